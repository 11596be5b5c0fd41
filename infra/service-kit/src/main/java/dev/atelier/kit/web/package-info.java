/** What every HTTP route shares: refusals, pages, versions. */
@NullMarked
package dev.atelier.kit.web;

import org.jspecify.annotations.NullMarked;
