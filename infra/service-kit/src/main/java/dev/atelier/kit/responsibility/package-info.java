/**
 * Everything that acts on behalf of somebody has a responsible member: keys, webhook endpoints, integrations, model
 * connections. When the membership or account ends, it is suspended in the transaction that stores that end, until a
 * manager takes it over.
 */
@NullMarked
package dev.atelier.kit.responsibility;

import org.jspecify.annotations.NullMarked;
