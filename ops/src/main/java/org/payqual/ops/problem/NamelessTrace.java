package org.payqual.ops.problem;

/**
 * Tells where a failure happened without what it says: messages of exceptions may carry names, numbers or whole
 * statements with their values.
 */
public final class NamelessTrace {

    private static final int MAX_FRAMES = 40;
    private static final int MAX_CAUSES = 6;

    private NamelessTrace() {}

    /** Lists the classes and frames of a failure and of its causes. */
    public static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable at = failure;
        for (int cause = 0; at != null && cause < MAX_CAUSES; cause++) {
            trace.append(cause == 0 ? "" : "caused by ")
                    .append(at.getClass().getName())
                    .append('\n');
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                trace.append("    at ").append(frames[i]).append('\n');
            }
            at = at.getCause();
        }
        return trace.toString();
    }
}
