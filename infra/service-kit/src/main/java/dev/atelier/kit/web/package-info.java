/** Types of all HTTP routes: pages, cursors, versions, partial updates. */
@NullMarked
package dev.atelier.kit.web;

import org.jspecify.annotations.NullMarked;
