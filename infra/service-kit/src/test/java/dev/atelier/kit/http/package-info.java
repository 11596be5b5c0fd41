/** Tests of requests between services, over real HTTP. */
@NullMarked
package dev.atelier.kit.http;

import org.jspecify.annotations.NullMarked;
