/** Tests of the whole report-service with real MongoDB and Kafka. */
@NullMarked
package dev.atelier.report;

import org.jspecify.annotations.NullMarked;
