/** How many requests an instance works on at a time, and how long others wait before they are refused with nothing done. */
@NullMarked
package dev.atelier.kit.web.admission;

import org.jspecify.annotations.NullMarked;
