@org.jspecify.annotations.NullMarked
package dev.atelier.gateway;
