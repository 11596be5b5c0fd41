/**
 * Photos that people send: known by their content, measured before anything is unpacked, freed of what they say about people
 * and places, made small. Who uses it depends on {@code webp-imageio} and {@code thumbnailator}.
 */
@NullMarked
package dev.atelier.kit.image;

import org.jspecify.annotations.NullMarked;
