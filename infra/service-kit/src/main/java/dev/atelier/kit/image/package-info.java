/**
 * Photos of users: detects the format by content, checks the size before decoding, removes metadata and generates
 * thumbnails. A service that uses it depends on {@code webp-imageio} and {@code thumbnailator}.
 */
@NullMarked
package dev.atelier.kit.image;

import org.jspecify.annotations.NullMarked;
