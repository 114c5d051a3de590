package org.payqual.domain.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads who stands behind a person's id. Whoever calls has already established that the caller may know what is asked,
 * and writes the access record. Every method throws {@link IdentityFault} when a key that it needs is not at hand.
 */
public interface IdentityReader {

    /** Finds the id of a document's holder. */
    Optional<String> find(IdentityDocument document);

    /** Reads the newest version of who a person is. */
    default Identity read(String person) {
        return readAll(List.of(person)).getOrDefault(person, new Identity.Unknown());
    }

    /** Reads the newest version of who each of many people is, by their ids, in few steps however many they are. */
    Map<String, Identity> readAll(Collection<String> people);

    /** Reads all versions of who a person is that can be read, oldest first; none if erased or unknown. */
    List<Identity.Known> versions(String person);
}
