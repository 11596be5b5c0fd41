package dev.atelier.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for starting threads: only the kit's worker package and types with {@code @OwnThread} may do it. */
final class ThreadRules {
    private static final String KIT = "dev.atelier.kit.work";
    private static final String ALLOWED = KIT + ".OwnThread";
    private static final Set<String> MAKERS = Set.of(
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ForkJoinPool",
            "org.springframework.core.task.SimpleAsyncTaskExecutor",
            "org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor",
            "org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler");

    /** The methods of {@code Thread} that start a thread. */
    private static final Set<String> BEGINNINGS = Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread");

    private static final Set<String> SCHEDULES = Set.of(
            "org.springframework.scheduling.annotation.Scheduled", "org.springframework.scheduling.annotation.Async");

    static final DescribedPredicate<JavaClass> NOT_ALLOWED = DescribedPredicate.describe(
            "are outside the kit's worker package and do not say @OwnThread",
            type -> !type.getPackageName().equals(KIT)
                    && enclosing(type).noneMatch(one -> one.isAnnotatedWith(ALLOWED)));

    static final DescribedPredicate<JavaCall<?>> STARTED =
            DescribedPredicate.describe("that starts a thread", ThreadRules::starts);

    static final ArchCondition<JavaClass> SCHEDULED = new ArchCondition<>("have scheduled methods") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMethods().stream()
                    .filter(method -> SCHEDULES.stream().anyMatch(method::isAnnotatedWith))
                    .forEach(method -> events.add(SimpleConditionEvent.satisfied(
                            method, method.getFullName() + " is called by a thread outside the kit's worker package")));
        }
    };

    private ThreadRules() {}

    private static boolean starts(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        var name = call.getName();
        return switch (owner) {
            case "java.lang.Thread" -> BEGINNINGS.contains(name);
            case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
            default -> MAKERS.contains(owner) && !name.startsWith("get");
        };
    }

    private static Stream<JavaClass> enclosing(JavaClass type) {
        return Stream.iterate(Optional.of(type), Optional::isPresent, one -> one.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream);
    }
}
