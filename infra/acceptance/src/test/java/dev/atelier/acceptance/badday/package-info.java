/** What the running system keeps of its promises while its parts die, hang, go away or send nonsense. */
@NullMarked
package dev.atelier.acceptance.badday;

import org.jspecify.annotations.NullMarked;
