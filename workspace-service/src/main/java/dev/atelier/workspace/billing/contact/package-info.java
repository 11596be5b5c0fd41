/** The contact and address for the bills of a workspace. */
@NullMarked
package dev.atelier.workspace.billing.contact;

import org.jspecify.annotations.NullMarked;
