@NullMarked
package dev.atelier.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
