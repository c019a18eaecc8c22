//! Whether something is on or off, done or open: "Work on, Weekend off", "Read 20 pages done", "Meditate not done".

use crate::Brief;

/// Words for a state that holds, lower case.
const HOLDS: &[&str] = &[
    "on",
    "enabled",
    "done",
    "checked",
    "ticked",
    "completed",
    "complete",
    "active",
    "selected",
    "packed",
    "bought",
    "finished",
    "an",
    "ein",
    "activé",
    "activada",
    "activado",
    "hecho",
    "hecha",
    "feito",
    "feita",
    "comprado",
    "fatto",
    "fatta",
    "gedaan",
    "klaar",
    "gotowe",
    "zrobione",
    "bitti",
    "tamam",
    "tamamlandı",
    "gekauft",
    "acheté",
    "сделано",
    "готово",
    "куплено",
    "зроблено",
    "виконано",
    "完成",
    "已完成",
    "済",
    "完了",
    "완료",
    "تم",
    "בוצע",
    "पूरा",
    "fait",
    "erledigt",
    "attivo",
    "aan",
    "activados",
    "activadas",
    "activés",
    "activées",
    "activée",
    "encendido",
    "encendidos",
    "encendidas",
    "encendida",
    "ativado",
    "ativada",
    "ligado",
    "ligada",
    "attiva",
    "attivi",
    "attive",
    "accesi",
    "accese",
    "ativados",
    "ativadas",
    "ligados",
    "ligadas",
    "acceso",
    "accesa",
    "włączone",
    "włączony",
    "włączona",
    "wł.",
    "açık",
    "вкл",
    "вкл.",
    "включено",
    "включен",
    "включена",
    "включены",
    "увімкнено",
    "увімкнений",
    "увімкнена",
    "مفعل",
    "مفعّل",
    "مفعلة",
    "פעיל",
    "פעילה",
    "דולק",
    "चालू",
    "开",
    "开启",
    "已开启",
    "打开",
    "オン",
    "有効",
    "켜짐",
    "켬",
    "✓",
    "✔",
    "✅",
    "x",
];
/// Words for a state that does not, lower case.
const LACKS: &[&str] = &[
    "off",
    "disabled",
    "not done",
    "undone",
    "unchecked",
    "unticked",
    "not completed",
    "incomplete",
    "inactive",
    "open",
    "pending",
    "todo",
    "to do",
    "missed",
    "aus",
    "désactivé",
    "desactivada",
    "desactivado",
    "disattivo",
    "uit",
    "desactivados",
    "desactivadas",
    "désactivés",
    "désactivées",
    "apagados",
    "apagadas",
    "apagado",
    "apagada",
    "desativado",
    "desativada",
    "desligado",
    "desligada",
    "désactivée",
    "disattivato",
    "disattivata",
    "spento",
    "spenta",
    "spenti",
    "spente",
    "disattivati",
    "disattivate",
    "desativados",
    "desativadas",
    "desligados",
    "desligadas",
    "wyłączone",
    "wyłączony",
    "wyłączona",
    "wył.",
    "kapalı",
    "выкл",
    "выкл.",
    "выключено",
    "выключен",
    "выключена",
    "выключены",
    "вимкнено",
    "вимкнений",
    "вимкнена",
    "معطل",
    "معطّل",
    "معطلة",
    "כבוי",
    "כבויה",
    "बंद",
    "关",
    "关闭",
    "已关闭",
    "オフ",
    "無効",
    "꺼짐",
    "끔",
    "✗",
    "❌",
    "⬜",
];

impl Brief {
    /// Returns the state that the prompt gives the first text that reads so, by the words right behind it.
    pub fn state_of(&self, text: &str) -> Option<bool> {
        let lower = text.to_lowercase();
        let literal = self
            .literals
            .iter()
            .find(|literal| literal.text.to_lowercase() == lower)?;
        let behind = self.prompt.get(literal.span.end..)?;
        let end = behind
            .find([
                ',', ';', '.', '\n', '/', '|', '，', '、', '。', '；', '،', '।',
            ])
            .unwrap_or(behind.len());
        let words = behind[..end]
            .trim_matches(|c: char| c.is_whitespace() || "():-–—[]".contains(c))
            .to_lowercase();
        state(words.strip_prefix("and ").unwrap_or(&words))
    }
}

/// The state that a whole phrase tells.
pub(crate) fn state(words: &str) -> Option<bool> {
    let bare = words
        .strip_prefix("is ")
        .or_else(|| words.strip_prefix("are "))
        .or_else(|| words.strip_prefix("turned "))
        .unwrap_or(words);
    if HOLDS.contains(&bare) {
        Some(true)
    } else if LACKS.contains(&bare) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn states_stand_behind_their_names() {
        let alarms = "alarm app with alarms: 6:15 Gym on, 7:30 Work on, 9:00 Weekend off";
        for (prompt, text, want) in [
            (alarms, "Gym", Some(true)),
            (alarms, "Weekend", Some(false)),
            (alarms, "6:15", None),
            (
                "schermata impostazioni: Notifiche attive",
                "Notifiche",
                Some(true),
            ),
            ("设置页面:通知 开、位置 关", "通知", Some(true)),
            ("设置页面:通知 开、位置 关", "位置", Some(false)),
            (
                "설정 화면: 알림 켜짐, 다크 모드 꺼짐",
                "다크 모드",
                Some(false),
            ),
            (
                "экран настроек: уведомления вкл, геолокация выкл",
                "Геолокация",
                Some(false),
            ),
            (
                "ayarlar ekranı: bildirimler açık, konum kapalı",
                "Konum",
                Some(false),
            ),
        ] {
            assert_eq!(read(prompt).state_of(text), want, "{text}");
        }
    }
}
