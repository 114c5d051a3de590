package org.payqual.ops.store;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** How processors' tokens are stored. */
final class Tokens {

    static final TokenSchema SCHEMA = TokenSchema.builder()
            .setTokenTable("read.token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            // Without quotation marks, which would be looked for in the result.
            .setTimestampColumn("timestamp")
            .setOwnerColumn("owner")
            .build();

    private Tokens() {}

    /** Reads tokens within tokens too, such as those of a processor that replays, and no class but Axon's own. */
    static Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
