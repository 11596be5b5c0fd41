package dev.atelier.testkit.privacy;

import dev.atelier.events.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model.
 *
 * @param path {@code members[].name}
 * @param personal its declaration; null where it is declared or known not to be personal
 * @param declared whether it says what it is, by annotation or by type
 */
record ModelField(String path, @Nullable PersonalData personal, boolean declared) {}
