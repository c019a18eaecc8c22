//! The embedded word and name lists.

use std::sync::OnceLock;

use super::rows;

/// Lists by name.
type Lists = Vec<(&'static str, Vec<&'static str>)>;

/// Returns the word for a key; `column` counts languages from English on.
pub(super) fn word(key: &str, column: usize) -> Option<&'static str> {
    static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    static ORDER: OnceLock<Vec<usize>> = OnceLock::new();
    let rows = rows(include_str!("words.tsv"), &ROWS);
    let order = ORDER.get_or_init(|| {
        let mut order: Vec<usize> = (0..rows.len()).collect();
        order.sort_by_key(|&i| rows[i][0]);
        order
    });
    let at = order.binary_search_by(|&i| rows[i][0].cmp(key)).ok()?;
    rows[order[at]].get(column + 1).copied()
}

/// Returns a list of names that are the same in every language.
pub(super) fn names(list: &str) -> &'static [&'static str] {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    let lists = LISTS.get_or_init(|| entries(include_str!("names.tsv"), 1));
    lists
        .iter()
        .find(|(name, _)| *name == list)
        .map_or(&[], |(_, names)| names)
}

/// Returns a list in a language; `column` counts languages from English on.
pub(super) fn list(list: &str, column: usize) -> &'static [&'static str] {
    static LISTS: [OnceLock<Lists>; 6] = [const { OnceLock::new() }; 6];
    let column = column.min(LISTS.len() - 1);
    let lists = LISTS[column].get_or_init(|| entries(include_str!("lists.tsv"), column + 1));
    lists
        .iter()
        .find(|(name, _)| *name == list)
        .map_or(&[], |(_, items)| items)
}

fn entries(file: &'static str, column: usize) -> Lists {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let name = cells.next()?;
            Some((name, cells.nth(column - 1)?.split('|').collect()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_and_list_has_all_languages() {
        for column in 0..6 {
            assert!(word("overview", column).is_some_and(|w| !w.is_empty()));
            assert!(word("zzz", column).is_none());
            for name in [
                "tasks",
                "products",
                "subjects",
                "roles",
                "wards",
                "cities",
                "campaigns",
                "fields",
            ] {
                assert!(list(name, column).len() >= 5, "{name} in column {column}");
            }
        }
        static ROWS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
        for row in rows(include_str!("words.tsv"), &ROWS) {
            assert_eq!(row.len(), 7, "{row:?}");
            assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        }
    }
}
