/** Tests of what every HTTP route shares, over real HTTP. */
@NullMarked
package dev.atelier.kit.web;

import org.jspecify.annotations.NullMarked;
