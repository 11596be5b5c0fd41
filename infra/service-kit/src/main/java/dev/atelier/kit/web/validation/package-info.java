/** What text people may send: nothing invisible, nothing that changes how what stands beside it is read. */
@NullMarked
package dev.atelier.kit.web.validation;

import org.jspecify.annotations.NullMarked;
