//! The few facts that are read from replies in XML. Their elements have no attributes, and text in them is short.

/// Returns the text between the first `<name>` and its end, entities replaced.
pub(super) fn text(xml: &str, name: &str) -> Option<String> {
    elements(xml, name).next().map(unescape)
}

/// Returns what stands inside of each element of this name, in order. Elements of the same name must not be nested.
pub(super) fn elements<'a>(xml: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let (begin, end) = (format!("<{name}>"), format!("</{name}>"));
    let mut rest = xml;
    std::iter::from_fn(move || {
        let (_, after) = rest.split_once(&begin)?;
        let (inside, after) = after.split_once(&end)?;
        rest = after;
        Some(inside)
    })
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Returns the text as it may stand in an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_in_order() {
        let xml = "<?xml?><L><C><Key>a&amp;lt;</Key></C><C><Key>b</Key><ETag>&quot;1&#34;</ETag></C><C><Key>c</L>";
        let contents: Vec<_> = elements(xml, "C").collect();
        assert_eq!(contents.len(), 2);
        assert_eq!(text(contents[0], "Key").as_deref(), Some("a&lt;"));
        assert_eq!(text(contents[1], "ETag").as_deref(), Some("\"1\""));
        assert_eq!(text(contents[1], "Size"), None);
        assert_eq!(escape("\"<&>\""), "&quot;&lt;&amp;&gt;&quot;");
    }
}
