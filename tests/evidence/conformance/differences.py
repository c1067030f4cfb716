"""Where the program deliberately does not do what a suite expects, by suite and case, with the reason."""

KEY_TWICE = "a record with a key twice says two things, and a price must not depend on which of them a reader takes"

DIFFERENCES = {
    "csv-spectrum": {
        "location_coordinates": "the table has the telephone number 2095257564 and the suite expects 1234567890",
    },
    "JSONTestSuite": {
        "y_object_duplicated_key.json": KEY_TWICE,
        "y_object_duplicated_key_and_value.json": KEY_TWICE,
        "y_object_empty.json": "a record without any value is a blank line, and no organisation that a price could be for",
    },
}
