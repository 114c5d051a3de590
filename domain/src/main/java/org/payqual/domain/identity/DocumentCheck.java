package org.payqual.domain.identity;

/** What checking a document's number gives. */
public sealed interface DocumentCheck {

    /**
     * The number can be right.
     *
     * @param document with the number in canonical form
     */
    record Passed(IdentityDocument document) implements DocumentCheck {}

    /**
     * The number cannot be right.
     *
     * @param fault the first fault found
     */
    record Failed(DocumentFault fault) implements DocumentCheck {}
}
