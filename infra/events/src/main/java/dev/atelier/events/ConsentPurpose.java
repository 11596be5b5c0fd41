package dev.atelier.events;

/** The purposes that a user can consent to, each separately. Without an event there is no consent. */
public enum ConsentPurpose {
    NEWSLETTER,
    PRODUCT_UPDATES,
    SURVEYS,
    ANALYTICS
}
