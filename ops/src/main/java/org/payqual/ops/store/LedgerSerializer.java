package org.payqual.ops.store;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.Events;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.EventName;
import org.payqual.domain.ledger.Provenance;

/**
 * Lets Axon store events by the ledger's codec, under their registered names and versions, and metadata by its closed
 * list. It writes and reads nothing else.
 */
final class LedgerSerializer implements Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final EventCodec codec = Events.codec();
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> as) {
        if (!canSerializeTo(as)) {
            throw new IllegalArgumentException("stored as bytes alone");
        }
        return switch (object) {
            case Event event -> {
                EventCodec.Encoded encoded = codec.encode(event);
                yield object(encoded.payload(), as, type(encoded.name(), encoded.version()));
            }
            case MetaData metadata ->
                object(Provenance.of(metadata).encode(), as, new SimpleSerializedType(METADATA, null));
            case null, default ->
                throw new IllegalArgumentException("never stored: "
                        + (object == null ? null : object.getClass().getName()));
        };
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> as) {
        return as == byte[].class;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller says what it expects, as Axon has it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        byte[] bytes = (byte[]) stored.getData();
        SerializedType type = stored.getType();
        return METADATA.equals(type.getName())
                ? (T) MetaData.from(Provenance.decode(bytes).entries())
                : (T) codec.decode(type.getName(), Integer.parseInt(type.getRevision()), bytes);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return METADATA.equals(type.getName())
                ? MetaData.class
                : codec.named(type.getName()).type();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            throw new IllegalArgumentException("never stored: null");
        }
        EventName<?> name = codec.nameOf(type);
        return type(name.name(), name.version());
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    private static <T> SerializedObject<T> object(byte[] bytes, Class<T> as, SerializedType type) {
        return new SimpleSerializedObject<>(as.cast(bytes), as, type);
    }

    private static SerializedType type(String name, int version) {
        return new SimpleSerializedType(name, Integer.toString(version));
    }
}
