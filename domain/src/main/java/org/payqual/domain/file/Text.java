package org.payqual.domain.file;

/**
 * A sentence or a title in both languages of the product.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Text(String zh, String en) {}
