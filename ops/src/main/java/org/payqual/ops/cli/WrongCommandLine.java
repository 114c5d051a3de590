package org.payqual.ops.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in both languages what is wrong with a command line, and where its help is, rather than print all of that. */
final class WrongCommandLine implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        Complaint.say(command.getErr(), sentence(wrong));
        command.getErr().println("         用法 see: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing -> {
                String names = missing.getMissing().stream()
                        .map(WrongCommandLine::name)
                        .collect(Collectors.joining(", "));
                yield "缺少 " + names + " / missing: " + names;
            }
            case OverwrittenOptionException twice -> {
                String name = name(twice.getOverwritten());
                yield name + " 只能出现一次 / " + name + " may be there only once";
            }
            case ParameterException it when it.getArgSpec() != null -> value(it.getArgSpec(), it.getValue());
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static String unknown(UnmatchedArgumentException unknown) {
        String arguments = String.join(" ", unknown.getUnmatched());
        List<String> near = unknown.getSuggestions();
        return "无法识别 " + arguments + (near.isEmpty() ? "" : "，相近的有 " + String.join("、", near))
                + " / not known: " + arguments
                + (near.isEmpty() ? "" : "; there is " + String.join(", ", near));
    }

    private static String value(ArgSpec argument, @Nullable String value) {
        String name = name(argument);
        Iterable<String> candidates = argument.completionCandidates();
        boolean some = candidates != null && candidates.iterator().hasNext();
        if (argument.type() == LocalDate.class) {
            return name + " 应为日期，如 2025-06-11 / " + name + " must be a day, as 2025-06-11";
        }
        return name + " 不能是 " + value + (some ? "，只能是 " + String.join("、", candidates) : "")
                + " / " + name + " cannot be " + value
                + (some ? ", only " + String.join(", ", candidates) : "");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
