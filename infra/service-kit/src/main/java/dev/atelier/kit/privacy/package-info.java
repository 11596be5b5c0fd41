/** Which records are stored or leave the platform, for the privacy gate and the data map. */
@NullMarked
package dev.atelier.kit.privacy;

import org.jspecify.annotations.NullMarked;
