/** Converts requests to controller arguments: typed ids, pages, versions, strict JSON. */
@NullMarked
package dev.atelier.kit.web.mvc;

import org.jspecify.annotations.NullMarked;
