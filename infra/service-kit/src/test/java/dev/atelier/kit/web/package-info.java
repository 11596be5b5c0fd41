/** Tests of the features that all HTTP routes share, over real HTTP. */
@NullMarked
package dev.atelier.kit.web;

import org.jspecify.annotations.NullMarked;
