package dev.atelier.testkit.privacy;

import dev.atelier.events.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * One field of a model.
 *
 * @param path for example {@code members[].name}
 * @param personal its declaration; null if it is not personal data
 * @param declared whether an annotation or its type declares what it is
 */
record ModelField(String path, @Nullable PersonalData personal, boolean declared) {}
