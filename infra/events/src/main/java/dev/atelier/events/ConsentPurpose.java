package dev.atelier.events;

/** What a person may agree to, each for itself (I7). Without their word the answer is no. */
public enum ConsentPurpose {
    NEWSLETTER,
    PRODUCT_UPDATES,
    SURVEYS,
    ANALYTICS
}
