/** People and agents at work all at once, what they were promised, and the reckoning of it afterwards. */
@NullMarked
package dev.atelier.load;

import org.jspecify.annotations.NullMarked;
