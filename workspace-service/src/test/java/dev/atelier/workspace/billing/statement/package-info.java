@NullMarked
package dev.atelier.workspace.billing.statement;

import org.jspecify.annotations.NullMarked;
