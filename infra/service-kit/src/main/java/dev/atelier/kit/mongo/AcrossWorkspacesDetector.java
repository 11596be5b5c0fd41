package dev.atelier.kit.mongo;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.stream.Stream;

/** Searches the call stack for a method that is marked {@link AcrossWorkspaces}. */
final class AcrossWorkspacesDetector {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private AcrossWorkspacesDetector() {}

    static boolean isInCallStack() {
        return WALKER.walk(frames -> frames.anyMatch(AcrossWorkspacesDetector::marked));
    }

    private static boolean marked(StackFrame frame) {
        var type = frame.getDeclaringClass();
        return type.getName().startsWith("java.")
                ? false
                : Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                        .anyMatch(candidate -> declaresMarked(candidate, frame));
    }

    private static boolean declaresMarked(Class<?> type, StackFrame frame) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(AcrossWorkspaces.class))
                .anyMatch(method -> method.getName().equals(frame.getMethodName())
                        && Arrays.equals(
                                method.getParameterTypes(),
                                frame.getMethodType().parameterArray()));
    }
}
