//! Common interface phrases in the languages that prompts come in.

/// A language that interface phrases exist in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    En,
    De,
    Fr,
    Es,
    It,
    Pt,
    Ja,
    Zh,
}

impl Tongue {
    /// Returns the tongue for an ISO 639-1 code; English where there are no phrases.
    pub fn of(code: &str) -> Self {
        match code.get(..2).unwrap_or("") {
            "de" => Self::De,
            "fr" => Self::Fr,
            "es" => Self::Es,
            "it" => Self::It,
            "pt" => Self::Pt,
            "ja" => Self::Ja,
            "zh" => Self::Zh,
            _ => Self::En,
        }
    }
}

/// Returns the phrase in a tongue; unknown phrases stay as they are.
pub fn phrase(tongue: Tongue, english: &'static str) -> &'static str {
    let column = match tongue {
        Tongue::En => return english,
        Tongue::De => 1,
        Tongue::Fr => 2,
        Tongue::Es => 3,
        Tongue::It => 4,
        Tongue::Pt => 5,
        Tongue::Ja => 6,
        Tongue::Zh => 7,
    };
    PHRASES
        .iter()
        .find(|row| row[0] == english)
        .map_or(english, |row| row[column])
}

/// English, German, French, Spanish, Italian, Portuguese, Japanese, Chinese.
#[rustfmt::skip]
const PHRASES: &[[&str; 8]] = &[
    ["Today", "Heute", "Aujourd’hui", "Hoy", "Oggi", "Hoje", "今日", "今天"],
    ["Yesterday", "Gestern", "Hier", "Ayer", "Ieri", "Ontem", "昨日", "昨天"],
    ["This week", "Diese Woche", "Cette semaine", "Esta semana", "Questa settimana", "Esta semana", "今週", "本周"],
    ["Steps", "Schritte", "Pas", "Pasos", "Passi", "Passos", "歩数", "步数"],
    ["Goal", "Ziel", "Objectif", "Meta", "Obiettivo", "Meta", "目標", "目标"],
    ["Calories", "Kalorien", "Calories", "Calorías", "Calorie", "Calorias", "カロリー", "卡路里"],
    ["Distance", "Distanz", "Distance", "Distancia", "Distanza", "Distância", "距離", "距离"],
    ["Active", "Aktiv", "Actif", "Activo", "Attivo", "Ativo", "活動", "活动"],
    ["Heart rate", "Puls", "Pouls", "Pulso", "Battito", "Pulso", "心拍数", "心率"],
    ["Sleep", "Schlaf", "Sommeil", "Sueño", "Sonno", "Sono", "睡眠", "睡眠"],
    ["Water", "Wasser", "Eau", "Agua", "Acqua", "Água", "水分", "饮水"],
    ["Average", "Durchschnitt", "Moyenne", "Promedio", "Media", "Média", "平均", "平均"],
    ["Activity", "Aktivität", "Activité", "Actividad", "Attività", "Atividade", "アクティビティ", "活动"],
    ["Home", "Start", "Accueil", "Inicio", "Home", "Início", "ホーム", "首页"],
    ["Workouts", "Training", "Exercices", "Entrenos", "Allenamenti", "Treinos", "運動", "训练"],
    ["Profile", "Profil", "Profil", "Perfil", "Profilo", "Perfil", "プロフィール", "我的"],
    ["Morning run", "Morgenlauf", "Course du matin", "Carrera matutina", "Corsa mattutina", "Corrida matinal", "朝のラン", "晨跑"],
    ["Balance", "Kontostand", "Solde", "Saldo", "Saldo", "Saldo", "残高", "余额"],
    ["Transactions", "Umsätze", "Opérations", "Movimientos", "Movimenti", "Transações", "取引履歴", "交易记录"],
    ["Send", "Senden", "Envoyer", "Enviar", "Invia", "Enviar", "送金", "转账"],
    ["Request", "Anfordern", "Demander", "Pedir", "Richiedi", "Pedir", "請求", "收款"],
    ["Top up", "Aufladen", "Recharger", "Recargar", "Ricarica", "Carregar", "チャージ", "充值"],
    ["More", "Mehr", "Plus", "Más", "Altro", "Mais", "その他", "更多"],
    ["Cards", "Karten", "Cartes", "Tarjetas", "Carte", "Cartões", "カード", "卡片"],
    ["Payments", "Zahlungen", "Paiements", "Pagos", "Pagamenti", "Pagamentos", "支払い", "支付"],
    ["Spending", "Ausgaben", "Dépenses", "Gastos", "Spese", "Gastos", "支出", "支出"],
    ["Alarm", "Wecker", "Alarmes", "Alarma", "Sveglia", "Alarme", "アラーム", "闹钟"],
    ["World clock", "Weltuhr", "Horloge", "Reloj", "Orologio", "Relógio", "世界時計", "世界时钟"],
    ["Stopwatch", "Stoppuhr", "Chrono", "Cronómetro", "Cronometro", "Cronómetro", "ストップウォッチ", "秒表"],
    ["Timer", "Timer", "Minuteur", "Temporizador", "Timer", "Temporizador", "タイマー", "计时器"],
    ["Weekdays", "Mo–Fr", "Lun–ven", "Lun–vie", "Lun–ven", "Seg–sex", "平日", "工作日"],
    ["Every day", "Täglich", "Tous les jours", "Cada día", "Ogni giorno", "Todos os dias", "毎日", "每天"],
    ["Next alarm", "Nächster Wecker", "Prochaine alarme", "Próxima alarma", "Prossima sveglia", "Próximo alarme", "次のアラーム", "下一个闹钟"],
    ["Search", "Suchen", "Rechercher", "Buscar", "Cerca", "Buscar", "検索", "搜索"],
    ["Select", "Auswählen", "Choisir", "Seleccionar", "Seleziona", "Selecionar", "選択", "请选择"],
    ["Library", "Bibliothek", "Bibliothèque", "Biblioteca", "Libreria", "Biblioteca", "ライブラリ", "音乐库"],
    ["Now playing", "Läuft gerade", "En lecture", "Reproduciendo", "In riproduzione", "A tocar", "再生中", "正在播放"],
    ["Up next", "Als Nächstes", "À suivre", "A continuación", "Prossimi brani", "A seguir", "次に再生", "接下来播放"],
    ["Popular", "Beliebt", "Populaires", "Populares", "Popolari", "Populares", "人気", "热门"],
    ["Near you", "In der Nähe", "Près de vous", "Cerca de ti", "Vicino a te", "Perto de si", "近くのお店", "附近"],
    ["Deliver to", "Liefern nach", "Livrer à", "Entregar en", "Consegna a", "Entregar em", "お届け先", "配送至"],
    ["Orders", "Bestellungen", "Commandes", "Pedidos", "Ordini", "Pedidos", "注文", "订单"],
    ["Order", "Bestellung", "Commande", "Pedido", "Ordine", "Pedido", "注文", "订单"],
    ["Browse", "Entdecken", "Explorer", "Explorar", "Esplora", "Explorar", "見つける", "浏览"],
    ["Message", "Nachricht", "Message", "Mensaje", "Messaggio", "Mensagem", "メッセージ", "消息"],
    ["online", "online", "en ligne", "en línea", "online", "online", "オンライン", "在线"],
    ["Chats", "Chats", "Discussions", "Chats", "Chat", "Conversas", "チャット", "聊天"],
    ["Calls", "Anrufe", "Appels", "Llamadas", "Chiamate", "Chamadas", "通話", "通话"],
    ["Settings", "Einstellungen", "Réglages", "Ajustes", "Impostazioni", "Definições", "設定", "设置"],
    ["Start", "Start", "Démarrer", "Iniciar", "Avvia", "Iniciar", "開始", "开始"],
    ["Saved", "Gespeichert", "Enregistrés", "Guardados", "Salvati", "Guardados", "保存済み", "收藏"],
    ["Hourly", "Stündlich", "Par heure", "Por horas", "Ogni ora", "Por hora", "1時間ごと", "逐时"],
    ["Humidity", "Luftfeuchte", "Humidité", "Humedad", "Umidità", "Humidade", "湿度", "湿度"],
    ["Wind", "Wind", "Vent", "Viento", "Vento", "Vento", "風速", "风速"],
    ["UV index", "UV-Index", "Indice UV", "Índice UV", "Indice UV", "Índice UV", "UV指数", "紫外线"],
    ["Feels like", "Gefühlt", "Ressenti", "Sensación", "Percepita", "Sensação", "体感温度", "体感"],
    ["Now", "Jetzt", "Maint.", "Ahora", "Ora", "Agora", "今", "现在"],
    ["Tasks", "Aufgaben", "Tâches", "Tareas", "Attività", "Tarefas", "タスク", "任务"],
    ["done", "erledigt", "terminées", "hechas", "completate", "feitas", "完了", "已完成"],
    ["Calendar", "Kalender", "Calendrier", "Calendario", "Calendario", "Calendário", "カレンダー", "日历"],
    ["Skip", "Überspringen", "Passer", "Omitir", "Salta", "Saltar", "スキップ", "跳过"],
    ["Continue", "Weiter", "Continuer", "Continuar", "Continua", "Continuar", "続ける", "继续"],
    ["Get started", "Loslegen", "Commencer", "Empezar", "Inizia", "Começar", "はじめる", "开始使用"],
    ["Posts", "Beiträge", "Publications", "Publicaciones", "Post", "Publicações", "投稿", "帖子"],
    ["Followers", "Follower", "Abonnés", "Seguidores", "Follower", "Seguidores", "フォロワー", "粉丝"],
    ["Following", "Gefolgt", "Abonnements", "Siguiendo", "Seguiti", "A seguir", "フォロー中", "关注"],
    ["Follow", "Folgen", "Suivre", "Seguir", "Segui", "Seguir", "フォロー", "关注"],
    ["Cart", "Warenkorb", "Panier", "Carrito", "Carrello", "Carrinho", "カート", "购物车"],
    ["Add to cart", "In den Warenkorb", "Ajouter au panier", "Añadir al carrito", "Aggiungi", "Adicionar", "カートに追加", "加入购物车"],
    ["Shop", "Shop", "Boutique", "Tienda", "Negozio", "Loja", "ショップ", "商店"],
    ["New", "Neu", "Nouveau", "Nuevo", "Novità", "Novo", "新着", "新品"],
    ["All", "Alle", "Tout", "Todo", "Tutti", "Tudo", "すべて", "全部"],
    ["See all", "Alle ansehen", "Tout voir", "Ver todo", "Vedi tutti", "Ver tudo", "すべて見る", "查看全部"],
    ["Remember me", "Angemeldet bleiben", "Se souvenir de moi", "Recordarme", "Ricordami", "Lembrar-me", "ログイン状態を保持", "记住我"],
    ["or", "oder", "ou", "o", "oppure", "ou", "または", "或"],
    ["Features", "Funktionen", "Fonctions", "Funciones", "Funzioni", "Recursos", "機能", "功能"],
    ["Pricing", "Preise", "Tarifs", "Precios", "Prezzi", "Preços", "料金", "价格"],
    ["About", "Über uns", "À propos", "Nosotros", "Chi siamo", "Sobre", "会社情報", "关于"],
    ["Contact", "Kontakt", "Contact", "Contacto", "Contatti", "Contacto", "お問い合わせ", "联系"],
    ["Men", "Herren", "Homme", "Hombre", "Uomo", "Homem", "メンズ", "男士"],
    ["Sale", "Sale", "Soldes", "Rebajas", "Saldi", "Saldos", "セール", "特惠"],
    ["Collections", "Kollektionen", "Collections", "Colecciones", "Collezioni", "Coleções", "コレクション", "系列"],
    ["Inbox", "Posteingang", "Boîte de réception", "Recibidos", "Posta in arrivo", "Entrada", "受信トレイ", "收件箱"],
    ["Sent", "Gesendet", "Envoyés", "Enviados", "Inviata", "Enviados", "送信済み", "已发送"],
    ["Drafts", "Entwürfe", "Brouillons", "Borradores", "Bozze", "Rascunhos", "下書き", "草稿"],
    ["Starred", "Markiert", "Favoris", "Destacados", "Speciali", "Favoritos", "スター付き", "星标"],
    ["Archive", "Archiv", "Archives", "Archivo", "Archivio", "Arquivo", "アーカイブ", "归档"],
    ["Trash", "Papierkorb", "Corbeille", "Papelera", "Cestino", "Lixo", "ゴミ箱", "已删除"],
    ["Compose", "Schreiben", "Nouveau message", "Redactar", "Scrivi", "Escrever", "作成", "写邮件"],
    ["Board", "Board", "Tableau", "Tablero", "Bacheca", "Quadro", "ボード", "看板"],
    ["Team", "Team", "Équipe", "Equipo", "Team", "Equipa", "チーム", "团队"],
    ["Reports", "Berichte", "Rapports", "Informes", "Report", "Relatórios", "レポート", "报表"],
    ["Share", "Teilen", "Partager", "Compartir", "Condividi", "Partilhar", "共有", "分享"],
    ["Filter", "Filter", "Filtrer", "Filtrar", "Filtra", "Filtrar", "絞り込み", "筛选"],
    ["General", "Allgemein", "Général", "General", "Generale", "Geral", "一般", "通用"],
    ["Account", "Konto", "Compte", "Cuenta", "Account", "Conta", "アカウント", "账户"],
    ["Notifications", "Mitteilungen", "Notifications", "Notificaciones", "Notifiche", "Notificações", "通知", "通知"],
    ["Privacy", "Datenschutz", "Confidentialité", "Privacidad", "Privacy", "Privacidade", "プライバシー", "隐私"],
    ["Security", "Sicherheit", "Sécurité", "Seguridad", "Sicurezza", "Segurança", "セキュリティ", "安全"],
    ["Billing", "Abrechnung", "Facturation", "Facturación", "Fatturazione", "Faturação", "請求", "账单"],
    ["Appearance", "Darstellung", "Apparence", "Apariencia", "Aspetto", "Aparência", "外観", "外观"],
    ["Language", "Sprache", "Langue", "Idioma", "Lingua", "Idioma", "言語", "语言"],
    ["Save", "Sichern", "Enregistrer", "Guardar", "Salva", "Guardar", "保存", "保存"],
    ["Cancel", "Abbrechen", "Annuler", "Cancelar", "Annulla", "Cancelar", "キャンセル", "取消"],
    ["Sign in", "Anmelden", "Se connecter", "Iniciar sesión", "Accedi", "Entrar", "ログイン", "登录"],
    ["Sign up", "Registrieren", "S’inscrire", "Registrarse", "Registrati", "Registar", "新規登録", "注册"],
    ["Email", "E-Mail", "E-mail", "Correo", "Email", "E-mail", "メール", "邮箱"],
    ["Password", "Passwort", "Mot de passe", "Contraseña", "Password", "Senha", "パスワード", "密码"],
    ["Name", "Name", "Nom", "Nombre", "Nome", "Nome", "名前", "姓名"],
    ["Status", "Status", "Statut", "Estado", "Stato", "Estado", "状態", "状态"],
    ["Date", "Datum", "Date", "Fecha", "Data", "Data", "日付", "日期"],
    ["Amount", "Betrag", "Montant", "Importe", "Importo", "Valor", "金額", "金额"],
    ["month", "Monat", "mois", "mes", "mese", "mês", "月", "月"],
    ["Most popular", "Beliebteste Wahl", "Le plus choisi", "Más popular", "Il più scelto", "Mais popular", "人気No.1", "最受欢迎"],
    ["Choose plan", "Auswählen", "Choisir", "Elegir plan", "Scegli", "Escolher", "選択する", "选择方案"],
    ["Learn more", "Mehr erfahren", "En savoir plus", "Saber más", "Scopri di più", "Saber mais", "詳しく見る", "了解更多"],
    ["Welcome back", "Willkommen zurück", "Bon retour", "Hola de nuevo", "Bentornato", "Bem-vindo de volta", "おかえりなさい", "欢迎回来"],
    ["Overview", "Übersicht", "Aperçu", "Resumen", "Panoramica", "Visão geral", "概要", "概览"],
    ["Favorites", "Favoriten", "Favoris", "Favoritos", "Preferiti", "Favoritos", "お気に入り", "收藏"],
    ["min", "Min.", "min", "min", "min", "min", "分", "分钟"],
    ["Directions", "Route", "Itinéraire", "Cómo llegar", "Indicazioni", "Direções", "経路", "路线"],
    ["Explore", "Entdecken", "Explorer", "Explorar", "Esplora", "Explorar", "探す", "探索"],
    ["1 user", "1 Person", "1 utilisateur", "1 usuario", "1 utente", "1 utilizador", "1ユーザー", "1 位用户"],
    ["10 users", "10 Personen", "10 utilisateurs", "10 usuarios", "10 utenti", "10 utilizadores", "10ユーザー", "10 位用户"],
    ["Unlimited users", "Unbegrenzt viele Personen", "Utilisateurs illimités", "Usuarios ilimitados", "Utenti illimitati", "Utilizadores ilimitados", "ユーザー数無制限", "不限用户"],
    ["5 projects", "5 Projekte", "5 projets", "5 proyectos", "5 progetti", "5 projetos", "5プロジェクト", "5 个项目"],
    ["Unlimited projects", "Unbegrenzt viele Projekte", "Projets illimités", "Proyectos ilimitados", "Progetti illimitati", "Projetos ilimitados", "プロジェクト数無制限", "不限项目"],
    ["Email support", "Hilfe per E-Mail", "Aide par e-mail", "Ayuda por correo", "Assistenza via email", "Apoio por e-mail", "メールサポート", "邮件支持"],
    ["Priority support", "Bevorzugte Hilfe", "Aide prioritaire", "Ayuda prioritaria", "Assistenza prioritaria", "Apoio prioritário", "優先サポート", "优先支持"],
    ["Weekly reports", "Wochenberichte", "Rapports hebdomadaires", "Informes semanales", "Report settimanali", "Relatórios semanais", "週次レポート", "每周报告"],
    ["Audit log", "Prüfprotokoll", "Journal d’audit", "Registro de auditoría", "Registro attività", "Registo de auditoria", "監査ログ", "审计日志"],
    ["Personal contact", "Feste Ansprechperson", "Interlocuteur dédié", "Contacto personal", "Referente dedicato", "Contacto pessoal", "専任担当者", "专属联系人"],
    ["Thanks for the quick reply. I have added my notes to the shared page.", "Danke für die schnelle Antwort. Meine Anmerkungen stehen jetzt auf der gemeinsamen Seite.", "Merci pour la réponse rapide. J’ai ajouté mes notes à la page commune.", "Gracias por responder tan rápido. He añadido mis notas a la página común.", "Grazie per la risposta veloce. Ho aggiunto i miei appunti alla pagina comune.", "Obrigado pela resposta rápida. Juntei as minhas notas à página comum.", "早速のご返信ありがとうございます。共有ページにメモを追加しました。", "感谢你的快速回复。我已把备注加到共享页面。"],
    ["Could you look at the last part before Thursday? Then we can decide together.", "Könntest du dir den letzten Teil bis Donnerstag ansehen? Dann entscheiden wir gemeinsam.", "Pourrais-tu relire la dernière partie avant jeudi ? Nous déciderons ensuite ensemble.", "¿Puedes mirar la última parte antes del jueves? Así decidimos juntos.", "Puoi guardare l’ultima parte prima di giovedì? Poi decidiamo insieme.", "Podes ver a última parte antes de quinta? Depois decidimos juntos.", "木曜日までに最後の部分をご確認いただけますか。そのうえで一緒に決めましょう。", "你能在周四之前看看最后一部分吗？之后我们一起决定。"],
    ["Best wishes", "Viele Grüße", "Bien à toi", "Un saludo", "Un saluto", "Um abraço", "よろしくお願いします", "祝好"],
    ["It gives me back an hour every day.", "Es schenkt mir jeden Tag eine Stunde.", "Cela me rend une heure chaque jour.", "Me devuelve una hora cada día.", "Mi restituisce un’ora ogni giorno.", "Devolve-me uma hora por dia.", "毎日1時間の余裕ができました。", "它每天为我省下一小时。"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_stands_once_in_every_tongue() {
        for (i, row) in PHRASES.iter().enumerate() {
            assert!(row.iter().all(|text| !text.is_empty()), "{}", row[0]);
            assert!(
                PHRASES[..i].iter().all(|other| other[0] != row[0]),
                "{} twice",
                row[0]
            );
        }
    }
}
