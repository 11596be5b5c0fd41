/** Bad days on purpose: random parts die, hang and go away while people work, and the reckoning says what it cost. */
@NullMarked
package dev.atelier.chaos;

import org.jspecify.annotations.NullMarked;
