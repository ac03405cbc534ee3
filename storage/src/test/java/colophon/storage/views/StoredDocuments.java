package colophon.storage.views;

import colophon.views.ViewsConfiguration;

import com.mongodb.client.MongoDatabase;

import java.util.TreeMap;

/** The stored documents, unprocessed. */
final class StoredDocuments {

    private StoredDocuments() {}

    /** Every document of every view of a generation, byte by byte, by view and key. */
    static TreeMap<String, String> records(MongoDatabase database, int generation) {
        var records = new TreeMap<String, String>();
        for (var view : ViewsConfiguration.VIEWS)
            for (var document :
                    database.getCollection(ViewCollection.name(view, generation)).find())
                records.put(view.name() + "/" + document.getString("_id"), document.toJson());
        return records;
    }
}
