/** How requests become a controller's arguments: typed ids, pages, versions, strict JSON. */
@NullMarked
package dev.atelier.kit.web.mvc;

import org.jspecify.annotations.NullMarked;
