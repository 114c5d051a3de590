package org.payqual.ops.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As whom the embedded database runs. PostgreSQL refuses to run as root, so for root there are two ways round: a user
 * namespace, in which root is nobody, or another account, to which the folder must then belong.
 *
 * @param prefix what stands before each of PostgreSQL's commands
 * @param folderOwner the account that must own the cluster's folder, if it is not this process's own
 */
record RunningAccount(List<String> prefix, @Nullable String folderOwner) {

    private static final RunningAccount OWN = new RunningAccount(List.of(), null);

    /**
     * Find an account that PostgreSQL accepts on this machine.
     *
     * @throws StartRefused if this process is root's and there is none
     */
    static RunningAccount find() {
        if (!says("0", "id", "-u")) {
            return OWN;
        }
        return inUserNamespace()
                .or(RunningAccount::asOtherAccount)
                .orElseThrow(() -> new StartRefused("PostgreSQL 不能以 root 运行，而本机既无 unshare 也无 setpriv；请以普通用户启动"
                        + " payqual / PostgreSQL does not run as root, and this machine has neither"
                        + " unshare nor setpriv to leave root; start payqual as an ordinary user."));
    }

    /** Enter a user namespace, where the kernel allows it. PostgreSQL also wants its user to have a name. */
    static Optional<RunningAccount> inUserNamespace() {
        return answer("unshare", "-U", "id", "-un").map(name -> new RunningAccount(List.of("unshare", "-U"), null));
    }

    /** Step down to an account that most machines have. */
    static Optional<RunningAccount> asOtherAccount() {
        for (String account : List.of("postgres", "nobody")) {
            Optional<String> group = answer("id", "-g", account);
            if (group.isPresent()) {
                List<String> prefix =
                        List.of("setpriv", "--reuid=" + account, "--regid=" + group.get(), "--clear-groups");
                RunningAccount found = new RunningAccount(prefix, account);
                if (found.can("true")) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Check that the account can pass through a folder.
     *
     * @throws StartRefused if it cannot
     */
    void requireReach(Path folder) {
        if (folderOwner != null && !can("test", "-x", folder.toString())) {
            throw new StartRefused("PostgreSQL 不能以 root 运行，而账户 " + folderOwner + " 无法进入 " + folder
                    + "；请把 payqual.postgres.data 设为 root 主目录以外的文件夹 / PostgreSQL does not run as root, and the account "
                    + folderOwner + " cannot reach "
                    + folder + "; set payqual.postgres.data to a folder outside root's home.");
        }
    }

    /** Hand a file or folder to the account, if it needs that. */
    void takeOver(Path path) throws IOException {
        if (folderOwner != null) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(folderOwner));
        }
    }

    private boolean can(String... command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return answer(whole.toArray(String[]::new)).isPresent();
    }

    private static boolean says(String expected, String... command) {
        return answer(command).filter(expected::equals).isPresent();
    }

    private static Optional<String> answer(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
