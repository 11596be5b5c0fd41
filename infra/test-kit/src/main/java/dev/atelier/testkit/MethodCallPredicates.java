package dev.atelier.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/** Predicates for method calls in architecture rules. */
final class MethodCallPredicates {
    private MethodCallPredicates() {}

    /** Calls of {@code now()} of any type in {@code java.time} without a clock. */
    static DescribedPredicate<JavaMethodCall> ofTheWallClock() {
        return DescribedPredicate.describe(
                "of the wall clock",
                call -> call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.getName().equals("java.time.Clock")));
    }

    /** Calls that create a temporary file or directory. */
    static DescribedPredicate<JavaMethodCall> thatCreateTemporaryFiles() {
        return DescribedPredicate.describe(
                "that create temporary files",
                call -> call.getName().startsWith("createTemp")
                        && (call.getTargetOwner().getName().equals("java.nio.file.Files")
                                || call.getTargetOwner().getName().equals("java.io.File")));
    }
}
