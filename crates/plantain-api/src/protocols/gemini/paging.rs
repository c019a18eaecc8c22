//! Pages of lists: `pageSize` and `pageToken`.

use plantain_core::Error;
use plantain_store::Document;

/// Returns how many things a page holds: `usual` when the query does not say or says 0, `most` at most.
pub fn size(query: Option<&str>, usual: usize, most: usize) -> Result<usize, Error> {
    let Some(text) = query_value(query, "pageSize").filter(|text| !text.is_empty()) else {
        return Ok(usual);
    };
    match text.parse::<usize>() {
        Ok(0) => Ok(usual),
        Ok(size) => Ok(size.min(most)),
        Err(_) => Err(Error::invalid(
            "invalid_page_size",
            "pageSize",
            text,
            "must be a whole number",
        )),
    }
}

pub fn bad_token(token: &str) -> Error {
    let remedy = "must be the nextPageToken of the page before";
    Error::invalid("invalid_page_token", "pageToken", token, remedy)
}

/// Returns the first value of a query parameter, as it stands there.
pub fn query_value<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    let pairs = query.unwrap_or_default().split('&');
    pairs
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Returns the token of the page after this document.
pub fn token(document: &Document) -> String {
    format!("{}-{}", document.created_ms, document.id)
}

/// Returns what [`token`] says: time of making and id of the last document of the page before.
pub fn after(token: &str) -> Option<(i64, &str)> {
    let (created_ms, id) = token.split_once('-')?;
    Some((created_ms.parse().ok()?, id))
}
