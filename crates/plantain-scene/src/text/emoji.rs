//! Finds emoji in text, cluster by cluster.

use std::ops::Range;

/// Returns the byte ranges of the clusters of `text` that are shown as pictures.
pub(super) fn clusters(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let next = chars.peek().map(|(_, n)| *n);
        let keycap = matches!(c, '0'..='9' | '#' | '*')
            && matches!(next, Some('\u{fe0f}' | '\u{20e3}'))
            && text[start..].contains('\u{20e3}');
        let picture = is_picture(c) || keycap || (may_be_picture(c) && next == Some('\u{fe0f}'));
        if !picture {
            continue;
        }
        let flag = is_regional(c);
        let mut joined = false;
        let mut regional = u8::from(flag);
        while let Some((at, n)) = chars.peek().copied() {
            let modifier = matches!(n, '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}');
            let second = flag && regional == 1 && is_regional(n);
            if modifier || second || joined || n == '\u{200d}' {
                regional += u8::from(second);
                joined = n == '\u{200d}';
                end = at + n.len_utf8();
                chars.next();
            } else {
                break;
            }
        }
        // A text selector asks for the letter form.
        if text[end..].starts_with('\u{fe0e}') {
            continue;
        }
        found.push(start..end);
    }
    found
}

/// Characters whose usual form is a picture (Unicode `Emoji_Presentation`, by block).
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1f300}'..='\u{1f320}' | '\u{1f32d}'..='\u{1f335}' | '\u{1f337}'..='\u{1f37c}' | '\u{1f37e}'..='\u{1f393}'
        | '\u{1f3a0}'..='\u{1f3ca}' | '\u{1f3cf}'..='\u{1f3d3}' | '\u{1f3e0}'..='\u{1f3f0}' | '\u{1f3f4}'
        | '\u{1f3f8}'..='\u{1f43e}' | '\u{1f440}' | '\u{1f442}'..='\u{1f4fc}' | '\u{1f4ff}'..='\u{1f53d}'
        | '\u{1f54b}'..='\u{1f54e}' | '\u{1f550}'..='\u{1f567}' | '\u{1f57a}' | '\u{1f595}'..='\u{1f596}' | '\u{1f5a4}'
        | '\u{1f5fb}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6c5}' | '\u{1f6cc}' | '\u{1f6d0}'..='\u{1f6d2}'
        | '\u{1f6d5}'..='\u{1f6d7}' | '\u{1f6dc}'..='\u{1f6df}' | '\u{1f6eb}'..='\u{1f6ec}' | '\u{1f6f4}'..='\u{1f6fc}'
        | '\u{1f7e0}'..='\u{1f7eb}' | '\u{1f90c}'..='\u{1f93a}' | '\u{1f93c}'..='\u{1f945}' | '\u{1f947}'..='\u{1f9ff}'
        | '\u{1fa70}'..='\u{1faff}' | '\u{231a}' | '\u{231b}' | '\u{23e9}'..='\u{23ec}' | '\u{23f0}' | '\u{23f3}'
        | '\u{25fd}' | '\u{25fe}' | '\u{2614}' | '\u{2615}' | '\u{2648}'..='\u{2653}' | '\u{267f}' | '\u{2693}' | '\u{26a1}'
        | '\u{26aa}' | '\u{26ab}' | '\u{26bd}' | '\u{26be}' | '\u{26c4}' | '\u{26c5}' | '\u{26ce}' | '\u{26d4}' | '\u{26ea}'
        | '\u{26f2}' | '\u{26f3}' | '\u{26f5}' | '\u{26fa}' | '\u{26fd}' | '\u{2705}' | '\u{270a}' | '\u{270b}' | '\u{2728}'
        | '\u{274c}' | '\u{274e}' | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}' | '\u{27b0}' | '\u{27bf}'
        | '\u{2b1b}' | '\u{2b1c}' | '\u{2b50}' | '\u{2b55}' | '\u{1f004}' | '\u{1f0cf}' | '\u{1f18e}'
        | '\u{1f191}'..='\u{1f19a}' | '\u{1f201}' | '\u{1f21a}' | '\u{1f22f}' | '\u{1f232}'..='\u{1f236}'
        | '\u{1f238}'..='\u{1f23a}' | '\u{1f250}' | '\u{1f251}'
    ) || is_regional(c)
}

/// Characters that are pictures only with a selector after them.
fn may_be_picture(c: char) -> bool {
    matches!(c, '\u{a9}' | '\u{ae}' | '\u{203c}'..='\u{3299}' | '\u{1f170}'..='\u{1f251}' | '\u{1f300}'..='\u{1f6ff}')
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::clusters;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let got: Vec<&str> = clusters(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn clusters_are_whole() {
        check("plain 12# text ©", &[]);
        check("party 🎉!", &["🎉"]);
        check("👩🏽‍🚀🇯🇵🇫🇷", &["👩🏽‍🚀", "🇯🇵", "🇫🇷"]);
        check("❤️ and ❤", &["❤️"]);
        check("1️⃣ first", &["1️⃣"]);
        check("☎\u{fe0e}", &[]);
    }
}
