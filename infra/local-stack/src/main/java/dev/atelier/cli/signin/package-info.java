/** The commands that register people and sign them in, for use with curl. */
@NullMarked
package dev.atelier.cli.signin;

import org.jspecify.annotations.NullMarked;
