/** Annotations for the privacy gate and the data map: which records are stored or leave the platform. */
@NullMarked
package dev.atelier.kit.privacy;

import org.jspecify.annotations.NullMarked;
