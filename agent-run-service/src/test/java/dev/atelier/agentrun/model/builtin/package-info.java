@org.jspecify.annotations.NullMarked
package dev.atelier.agentrun.model.builtin;
