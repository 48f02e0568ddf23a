/**
 * The words of the office's chat by what they do in a message. With their diacritics: a word typed with diacritics must
 * have the same, one typed bare may be any of them. A phrase goes before the words in it. Which sentences of them count at
 * once stands in plain.ts.
 */
export type Sense = keyof typeof LEXICON;

const LEXICON = {
  /** Says by itself that work is done. */
  done: 'xong hẳn|xong cả|xong hết|xong luôn|xong béng|hoàn thành xong|xong|hoàn thành|hoàn tất|hoàn thiện xong|đã ht|ht rồi|ht xong|nộp xong|gửi xong|trình xong|ký xong|bàn giao xong|done|finish|finished|completed|✅|☑|✔|xong xuôi|xong xuôi hết|xong xuôi cả',
  /** Says so with "đã" or "rồi". */
  handed:
    'đóng dấu|dứt nợ|dứt điểm|trả nợ|nhập|niêm yết|công bố|tổ chức|triển khai xong|nộp|nộp lên|gửi lên|nhập lên|gửi|báo cáo|bc|trả lời|phát hành|ban hành|đăng|đăng tải|cập nhật|xử lý|giải quyết|thực hiện|làm|mần|tham mưu|up|upload|submit|submitted|sent',
  /** Before the verb. */
  perfect: 'đã|vừa|vừa mới|mới|đã được|already',
  /** After the verb. */
  already: 'rồi|r',
  /** "12 ok": may be a report, may be a yes. */
  perhapsDone: 'ok|oke|okay|okie|oki',
  full: 'hết trơn|hết trọi|hết ráo|trơn|sạch trơn|hết|luôn|đều|cũng|đúng hạn|trước hạn|kịp hạn',

  taskNoun: 'cv|việc|nhiệm vụ|công việc|đầu việc|nv|task|tasks',
  joiner: 'và|với|các|những|cùng|cả|lẫn|hai|and|both',
  person: 'em|e|anh|a|chị|c|tôi|tui|mình|cô|chú|bác|thầy|cháu|con|tớ|tau|mềnh|i',
  speaker:
    'chúng em|chúng tôi|chúng mình|bên em|bên mình|bên tôi|phòng em|phòng mình|phòng tôi|tụi em|bọn em|đơn vị em|tổ em|ban em|phía em|tụi tui',
  title:
    'mấy anh|mấy chị|mấy em|mấy anh em|mấy anh chị|mấy đứa|mấy bác|mấy cô|mấy chú|mấy bạn|mấy ông|mấy bà|mn|mng|bà con|các bác|anh em|sếp|đồng chí|thủ trưởng|lãnh đạo|bot|admin|ad|cả nhà|mọi người',
  courtesy:
    'cảm ơn nhiều|cám ơn nhiều|thanks nhiều|mơn nhiều|hí|hấy|hỉ|hỷ|hè|hầy|rứa là|thế là|vậy là|kính báo|xin báo|xin báo cáo|kính báo cáo|xin kính báo|kính trình|zậy|z|nghen bot|nhe bot|ạ|ah|ak|dạ|vâng|vâng ạ|thưa|kính|kính thưa|kính gửi|kính báo cáo|nhé|nhe|nha|nghen|nghe|hen|nè|nì|nhen|ơi|ui|đấy|đó|đây|cảm ơn|cám ơn|thanks|thank you|tks|thank|chào|xin chào|alo|hi|hello|vậy|yes|uh|ừ|uk|ừm|yep|' +
    '👍|🙏|❤|😀|😃|😄|😁|😊|🙂|😉|😍|🎉|👏|💪|🌹|🥰|:)|:3',
  /** Wishes that end a message, and do not end work. */
  greeting:
    '😂|🤣|😅|😆|=)|haha|hihi|hehe|chúc|chúc mừng|vui vẻ|vui|tốt lành|ngày mới|mạnh khỏe|sức khỏe|tuyệt vời|giỏi quá|hay quá|tốt quá|nhiều sức khỏe|cả nhà|cuối tuần|thành công|may mắn',
  /** What is said with evidence. */
  evidenceWord:
    'phần mềm|bản mềm|bản giấy|bản cứng|bản chính|bản gốc|minh chứng|link|đường dẫn|đường link|file|tệp|đính kèm|gửi kèm|kèm|kèm theo|kèm link|ở đây|tại đây|số|scan|bản scan|ảnh|hình|xem tại|file đính kèm|ảnh chụp|evidence|attached',
  /** What officers hand in. Alone it names no task. */
  paper:
    'báo cáo|bc|kế hoạch|tờ trình|văn bản|công văn|hồ sơ|biểu mẫu|số liệu|đề án|phụ lục|danh sách|biên bản|kết quả|bảng|phiếu|bảng tổng hợp|bảng biểu|biểu|quyết toán|dự toán|thống kê|quyết định|thông báo|giấy mời|phương án|đề cương|kịch bản|tin bài|bài viết|danh mục|nghị quyết|chương trình công tác|bảng chấm công|phiếu khảo sát',
  /** Whom or where something is handed in to; accounted for only behind a verb of handing in. */
  receiver:
    'chi cục|đội|trạm|trung tâm|công ty|trường|bên|phòng|ban|sở|tỉnh|thành phố|tp|huyện|phường|xã|ubnd|ủy ban|uỷ ban|hđnd|mttq|mặt trận|đoàn thanh niên|huyện đoàn|hội phụ nữ|công an|công an phường|công an xã|quân sự|chqs|trạm y tế|y tế|tài chính|nội vụ|tư pháp|kế toán|tài chính kế toán|văn thư|văn phòng|một cửa|bộ phận một cửa|kinh tế|hạ tầng|đô thị|văn hóa|văn hoá|xã hội|thuế|kho bạc|bộ phận|cấp trên|đảng ủy|trục liên thông|trục|liên thông|hệ thống|phần mềm|zalo|nhóm|mail|email|cổng|cổng dịch vụ công|drive|trang|fanpage',
  /** "Việc được giao": of whatever it is. */
  given:
    'được giao|anh giao|chị giao|sếp giao|cô giao|chú giao|lãnh đạo giao|giao cho em|giao em|được phân công|em phụ trách',
  /** What one says who is late. */
  apology:
    'xin lỗi|xin lũi|thứ lỗi|thông cảm|mong thông cảm|cảm thông|lượng thứ|bỏ qua cho em|rút kinh nghiệm|sin lỗi|sorry',
  past: 'hôm qua|bữa qua|bựa qua|hôm tê|bữa tê|hôm kia|hôm trước|hôm bữa|bữa trước|bữa hổm|sáng qua|chiều qua|trưa qua|tối qua|đêm qua|tuần trước|tuần rồi|tuần qua|tháng trước|nãy|hồi nãy|lúc nãy|khi nãy|ban nãy|vừa nãy|hồi sáng|hồi chiều|hồi trưa|sáng hôm qua|chiều hôm qua|tối hôm qua|yesterday',
  today:
    'tuần này|tháng này|quý này|năm nay|tuần nay|hôm nay|bữa nay|sáng nay|trưa nay|chiều nay|sáng|trưa|chiều|nay|today',

  deny: 'nỏ|nỏ phải|nỏ có|hổng phải|hóa ra chưa|hoá ra chưa|mà chưa|vẫn chưa|thì chưa|ai dè chưa|chưa|không|chẳng|chả|đâu|đừng|khỏi|ch|đéo|not|chưa có|chưa thể|không thể|chẳng thể|không phải|không phải là|đâu phải|đâu có|chưa kịp|không kịp|đâu có phải|không hề|còn lâu|mơ đi|no',
  almost: 'gần|sắp|suýt|sắp sửa|gần như|chuẩn bị|suýt soát',
  future:
    'sẽ|mai|ngày mai|sáng mai|chiều mai|trưa mai|tối mai|mốt|ngày mốt|ngày kia|bữa mốt|tuần sau|tuần tới|tháng sau|tháng tới|hôm sau|bữa sau|đợt sau|kỳ sau|lát|lát nữa|tí nữa|tý nữa|xíu nữa|chút nữa|lúc nữa|tối nay|đêm nay|cuối tuần|cuối giờ|cuối ngày|cuối tháng|đầu giờ|đầu giờ chiều|đầu tuần|đầu tuần sau|đầu tháng|giữa tháng|giữa tuần|hết tuần|hết ngày|hết tháng|hết giờ|qua tết|sau tết|sau lễ|trước tết|ra tết|dự kiến|nữa|tomorrow|will|tonight|soon|next week',
  part: 'một phần|một nửa|nửa|phân nửa|hơn nửa|quá nửa|phần|dự thảo|bản nháp|nháp|bản thảo|sơ bộ|cơ bản|về cơ bản|bước|giai đoạn|khâu|tạm|tạm thời|phần lớn|đa số|đại đa số|hầu hết|phần em|soạn|thảo|chút xíu|chút|một ít|ít|phần đầu|draft|partly|half|được|mới|còn',
  doing:
    'đang|đang chờ|đang đợi|đương|dang dở|dở dang|đang dở|làm dở|còn|vẫn còn|chờ|đợi|làm nốt|doing|waiting',
  /** On the way to being done. */
  midway:
    'trình|trình ký|ký|xin ý kiến|tổng hợp|rà soát|thẩm định|duyệt|lấy ý kiến|in|soát|hoàn chỉnh|hoàn thiện',
  preposition: 'đến|tới|qua|sang|trước|vào|trong|ngoài|từ|của|tại|ở|về|theo|lên|bằng|to|until|by|for|of',
  obstacle:
    'vướng|vướng mắc|kẹt|bị kẹt|khó khăn|khó quá|trở ngại|thiếu kinh phí|chưa có kinh phí|không có kinh phí|thiếu người|hết kinh phí|gặp khó|ách tắc|tắc',
  reversal: 'bị|lỗi|trả về|làm lại|bổ sung|sai',
  /** Takes something of it back, nobody knows what. */
  but: 'nhưng|nhưng mà|mà|tuy|tuy nhiên|but|song|chứ',
  /** "Xong phim": done for. */
  idiom: 'xong đời|xong phim|xong om|toi đời|đi tong',
  /** Little words that name nothing; a number before one is no count. */
  filler:
    'triển khai|được|tất cả|toàn bộ|lúc|hồi|coi|coi như|xem như|coi giùm|vẫn|cứ|lại|thôi|rất|quá|lắm|kìa|mỗi|chỉ|từng|thật|thiệt|hơi|nói chung|tự|kiểu|này|kia|nớ|nọ|cái|con|chiếc|có|những|các|trên|dưới|như|hay|hoặc|nên|cũng được|thì|là|rồi cũng|ra|lên|xuống|vô|đi|lại|y|bên|phía|chỗ|z|j|zậy|dzậy|á|nghĩa là|tức là|thế là|vừa hay|hồi|từ|giờ|bây giờ|hiện|hiện tại|hiện nay|luôn luôn|mãi|mãi mới|cuối cùng|vậy là|chắc chắn|thiệt ra|thực ra|nói thật',
  hearsay:
    'bảo|nói|kêu|báo|nghe|nghe nói|nghe đâu|nghe bảo|hình như|chắc|chắc là|có vẻ|có lẽ|theo|thấy|thấy bảo|tưởng|đoán|cứ tưởng|nghĩ|hỏi|đồn|hay sao ấy|thì phải|không chắc|maybe|i think',
  wish: 'please|pls|xin|chúc|chúc mừng|mong|hy vọng|hi vọng|ước|ước gì|ráng|rán|cố|cố gắng|gắng|lo|để|định|tính|muốn|hứa|giá mà|giá như|cầu|cầu trời|nhớ|phải|hãy|cần|nên|đề nghị|yêu cầu|tranh thủ|giúp|hộ|dùm|giùm|cho|sớm|gấp|ngay|kịp|trước|khẩn trương|nhanh chóng|ước chi|quyết tâm|phấn đấu|hẹn|lẽ ra|đáng lẽ|đáng ra|nhờ|đi|nốt|please finish|must|should',
  condition:
    'nếu|khi|khi nào|sau khi|trước khi|hễ|miễn|miễn là|giả sử|thì|bao giờ|chừng nào|lúc nào|ai|if|when|while|nhỡ|lỡ|hay là',
  question:
    'chi rứa|chi|răng|răng rứa|mần răng|khi mô|ở mô|mô|khi nào|cần những gì|thay đổi gì|?|sao|gì|nào|mấy|bao nhiêu|thế nào|như thế nào|ra sao|ở đâu|làm sao|vì sao|tại sao|bao giờ|khi nào|đến đâu|tới đâu|có phải|phải không|đúng không|được không|what|why|how|which|hay chưa|hay không',
  /** Asks, at the end. */
  tag: 'à|á|hả|nhỉ|ta|hử|hở|nhể',
  correction:
    'đính chính|bấm trật|báo trật|ghi trật|lỡ báo|lỡ bấm|lỡ nhắn|mới đúng|là sai|là nhầm|là lộn|sai rồi|nhắn nhầm|nhắn sai|nhắn lộn|bấm sai|bấm nhầm rồi|ghi sai|báo sai|nhầm|lộn|nhầm lẫn|bấm nhầm|gửi nhầm|báo nhầm|ghi nhầm|gõ nhầm|bấm lộn|gửi lộn|báo lộn|ghi lộn|nhầm rồi|lỡ tay|mistake|wrong|bấm bậy',
  takeOn:
    'tick|tick giúp|cập nhật giúp|cập nhật giùm|đánh dấu giúp|ghi giúp|ghi giùm|ghi hộ|kiểm tra|check|xem giúp|xem giùm|coi giùm|coi giúp|ghi nhận giúp|ghi nhận giùm|nhận|tiếp nhận|đảm nhận|xem lại|xem|ghi nhận|phụ trách|lo liệu',

  undo: 'hoàn tác|undo|lấy lại tin|hủy thao tác|hủy lệnh vừa rồi',
  takeBack:
    'mở lại|rút ra|gỡ ra|thu lại|gỡ giùm|rút|rút lại|hủy|hủy bỏ|xóa|thu hồi|bỏ|gỡ|gỡ bỏ|bỏ đánh dấu|withdraw|cancel|revoke',
  theReport: 'báo cáo|báo xong|báo|bc|xong|ghi nhận|kết quả|đánh dấu|đánh dấu xong|report',
  extension:
    'xin gh|xin thêm thời gian|châm chước|nới hạn|xin nới hạn|xin giãn|giãn|nới|cho thêm thời gian|thêm thời hạn|nộp chậm lại|xin nộp muộn|xin nộp chậm|xin nộp trễ|xin lùi|xin dời|xin hoãn|gia hạn|xin gia hạn|lùi hạn|dời hạn|giãn hạn|giãn tiến độ|khất|xin khất|hoãn|nộp muộn|nộp trễ|nộp chậm|báo cáo muộn|thêm thời gian|kéo dài thời gian|kéo dài|dời|dời qua|dời sang|dời đến|lùi|lùi lại|lùi đến|extend|extension|more time',
  more: 'thêm|xin thêm|cho thêm|thêm ít|thêm vài|more',
  grant:
    'đồng ý|duyệt|chấp nhận|chấp thuận|cho phép|cho|nhất trí|ok cho|approve|grant|accept|đồng ý cho|ok|oke|được',
  refuse:
    'từ chối|không đồng ý|không chấp nhận|không duyệt|không cho|không cho phép|bác|refuse|reject|không nhất trí|không được|ko duyệt|khỏi',
  review: 'duyệt|đạt|nghiệm thu|đạt yêu cầu|thông qua|phê duyệt|approved',
  giveBack:
    'trả lại|trả về|làm lại|chưa đạt|không đạt|bổ sung lại|không duyệt|chưa duyệt|return|sửa lại|yêu cầu bổ sung|yêu cầu làm lại|chưa đạt yêu cầu|không đạt yêu cầu',
  because: 'vì|do|bởi|bởi vì|lý do|tại|tại vì|because|as|since|lý do là',
  passOn:
    'pass on|hand over|giao lại|bàn giao lại|chuyển|chuyển giao|bàn giao|chuyển cho|chuyển sang|của bên|là của|không phải của|không thuộc|thuộc bên|không liên quan|giao nhầm|nhầm phòng|nhầm đơn vị|việc của bên|việc bên|của phòng|trách nhiệm của|thuộc trách nhiệm',
  snooze:
    'im đi|im giùm|im giúp|im lặng|im miệng|đừng nhắn|đừng nhắn nữa|đừng báo nữa|đừng gửi nữa|đừng làm phiền|khỏi nhắc nữa|đừng nhắc nữa|thôi nhắc nữa|nhắc nữa|tắt nhắc|đừng nhắc|nhắc ít|ngừng nhắc|dừng nhắc|tạm dừng nhắc|tạm ngừng nhắc|thôi nhắc|khỏi nhắc|không nhắc|bớt nhắc|tắt thông báo|nhắc lại|nhắc em|nhắc tôi|nhắc mình|nhắc tui|nhắc anh|nhắc chị|nhắc e|nhắc sau|hoãn nhắc|snooze|remind me|mute|nhắc nhở em|nhắc việc em|ngưng nhắc|tạm ngưng nhắc|nhắc trước|nhắc cho em|đừng có nhắc|nhắc hoài|nhắc quài',
  /** Reminders come again as they would have. */
  resume:
    'nhắc tiếp|tiếp tục nhắc|nhắc trở lại|bật nhắc|bật nhắc lại|bật lại nhắc|bật lại nhắc nhở|bật lại lời nhắc|bật thông báo|bật lại thông báo|mở nhắc|nhắc bình thường|nhắc lại bình thường|nhắc lại như cũ|nhắc như cũ|nhắc như bình thường|bỏ hoãn|bỏ hoãn nhắc|hủy hoãn|hủy hoãn nhắc|thôi hoãn|thôi hoãn nhắc|hết hoãn nhắc|không hoãn nhắc nữa|bỏ tạm dừng|bỏ tạm dừng nhắc|hủy tạm dừng|hủy tạm dừng nhắc|hết tạm dừng|thôi tạm dừng|bỏ tạm ngưng|bỏ tắt nhắc|resume|unmute|remind again',
  /** The hour at which somebody wanted to be reminded is let go. */
  callOff:
    'hủy nhắc|hủy lời nhắc|hủy hẹn|hủy hẹn nhắc|hủy lịch nhắc|bỏ nhắc|bỏ hẹn|bỏ hẹn nhắc|bỏ lời nhắc|bỏ lịch nhắc|xóa hẹn|xóa hẹn nhắc|thôi hẹn nhắc|không cần nhắc|không cần hẹn|không cần hẹn nhắc|không phải nhắc|khỏi cần nhắc|khỏi nhắc lúc|cancel reminder|cancel the reminder',
  press: 'đôn đốc|giục|hối|hối thúc|thúc|thúc giục|đốc thúc|nhắc|nhắc nhở|press|urge|nhắc giúp',
  explain:
    'giải trình|lý do chậm|lý do trễ|lý do muộn|chậm vì|trễ vì|muộn vì|chậm do|trễ do|muộn do|chậm là do|trễ là do|trễ hạn vì|trễ hạn do|quá hạn vì|quá hạn do|chậm trễ do|chậm trễ là do|bị trễ vì|bị trễ do|bị chậm vì|bị chậm do|nộp trễ vì|nộp trễ do|nộp muộn vì|explain',
  search: 'tìm|tra|tra cứu|tìm kiếm|tìm giúp|kiếm|search|find|tìm việc',
  history:
    'ai sửa gì|ai báo gì|thay đổi gì|ai làm gì|lịch sử|nhật ký|nhật kí|log|history|diễn biến|quá trình',
  export: 'kết xuất danh sách|xuất|xuất file|xuất ra|export|tải|tải về|kết xuất|in ra',
  assign: 'giao|phân công|giao việc|phân|phân việc|assign|giao cho',
  addTask:
    'thêm giúp một việc|thêm giúp 1 việc|thêm giùm một việc|thêm giùm 1 việc|thêm hộ một việc|thêm hộ 1 việc|thêm giúp việc|thêm cho tôi việc|thêm việc|thêm nhiệm vụ|thêm công việc|tạo việc|tạo nhiệm vụ|việc mới|nhiệm vụ mới|bổ sung việc|bổ sung nhiệm vụ|thêm 1 việc|thêm một việc|tạo thêm việc|add task|new task|thêm đầu việc|giao việc mới|giao thêm việc|lên việc mới|ghi thêm việc|nhập thêm việc|bổ sung thêm việc',
  startTask: 'bắt đầu|bắt đầu tính|tính từ|kích hoạt|khởi động|begin',
  dueSet:
    'đặt hạn|đổi hạn|sửa hạn|chỉnh hạn|hạn mới|cập nhật hạn|ấn định hạn|chốt hạn|đặt lại hạn|set deadline|thay đổi hạn|chuyển hạn|hạn chót|deadline',
  due: 'due|hạn|thời hạn|hạn nộp|hạn cuối|hạn chót|deadline|đến hạn|tới hạn|hết hạn',
  drop: 'khỏi theo dõi|đừng theo dõi|thôi khỏi theo dõi|bỏ đi|không theo dõi nữa|ngưng theo dõi|dừng theo dõi|thôi không theo dõi|bỏ|bỏ việc|hủy việc|xóa việc|bỏ theo dõi|thôi theo dõi|ngừng theo dõi|không theo dõi|dừng theo dõi|loại|loại bỏ|gạch|drop|bỏ nhiệm vụ|xóa nhiệm vụ|hủy nhiệm vụ|bỏ khỏi|không cần làm',
  restore: 'lấy lại|khôi phục|theo dõi lại|phục hồi|đưa lại|thêm lại|restore|đưa vào lại',
  invite:
    'mời|mã mời|lấy mã mời|gửi mã mời|cấp mã mời|link mời|xin mã mời|tạo mã mời|mã tham gia|invite|thư mời vào|gửi lời mời',
  help: 'giúp em với|giúp tôi với|giúp với|giúp mình với|giúp tui với|giúp e với|chỉ e|chỉ tui|chỉ tôi|chỉ với|xài sao|dùng sao|hướng dẫn tui|hướng dẫn tôi|help|trợ giúp|hướng dẫn|hướng dẫn sử dụng|cách dùng|cách sử dụng|hdsd|menu|các lệnh|cú pháp|cách báo cáo|cách báo|cách gửi|cách nộp|hướng dẫn em|chỉ em|chỉ cách|chỉ giúp|hướng dẫn giúp',
  how: 'sao|thế nào|như thế nào|như nào|kiểu gì|cách nào|làm sao|ra sao|bằng cách nào|chỗ nào|ở đâu|how',
  tool: 'xài|thao tác|gõ|nhắn|bấm|gửi|báo|dùng|sử dụng|báo cáo|nộp|nhập|báo xong|lệnh',
  progress:
    'so với|so sánh|tiendo|tiến độ|tình hình|tình hình việc|số liệu hoàn thành|kết quả hoàn thành|tình hình công việc|tình hình thực hiện|tỷ lệ|tỉ lệ|tỷ lệ hoàn thành|tỉ lệ hoàn thành|thống kê|kết quả thực hiện|progress|tổng hợp tiến độ|báo cáo tiến độ|tổng quan|bức tranh chung|số liệu tiến độ|status',
  howFar:
    'đến mô rồi|tới mô rồi|đến mô|tới mô|đến đâu|tới đâu|đến đâu rồi|tới đâu rồi|thế nào rồi|ra sao rồi|how far',
  howMany:
    'bao nhiêu %|bao nhiêu phần trăm|mấy phần trăm|mấy phần|được mấy phần|được mấy phần trăm|được bao nhiêu phần trăm|bao nhiêu|mấy|how many|được mấy|được bao nhiêu',
  overdue:
    'nợ|còn nợ|nợ việc|nợ báo cáo|đang nợ|quá hạn|trễ hạn|trễ|chậm hạn|chậm tiến độ|trễ tiến độ|muộn hạn|overdue|late|chậm|trễ nải|bị trễ|quá hạn chưa làm',
  soon: 'sắp đến hạn|sắp tới hạn|gần đến hạn|gần tới hạn|sắp hết hạn|tới hạn|đến hạn',
  open: 'còn lại|cần làm|phải làm|được giao|tồn|tồn đọng|còn tồn|còn',
  mine: 'của tôi|của em|của e|của mình|của tui|của anh|của chị|của phòng em|của bên em|phòng em|bên em|tôi|em|my|của phòng mình|của mk',
  list: 'dsach|xem lại|coi lại|coi|cho coi|coi giúp|xem giúp|danh sách|ds|liệt kê|list|các|những|xem|cho xem|tất cả|điểm danh|kể',
  who: 'ai|phòng nào|đơn vị nào|bên nào|những ai|who|người nào|ai phụ trách|ai làm|chủ trì',
  about:
    'chi tiết|nội dung|thông tin|thời hạn|hạn|là gì|là việc gì|ra sao|thế nào|yêu cầu gì|cần gì|cần những gì|như nào|details|sản phẩm|yêu cầu|giấy tờ|nộp ở đâu|ai phụ trách|ai làm|ai báo|phối hợp|chủ trì',
  format:
    'word|excel|pdf|docx|xlsx|ảnh|hình|hình ảnh|lịch|ics|png|picture|image|calendar|file word|file excel|bảng excel|table|bảng',
} as const;

export interface Phrase {
  sense: Sense;
  words: string[];
}

export const PHRASES: readonly Phrase[] = Object.entries(LEXICON).flatMap(([sense, list]) =>
  list.split('|').map((phrase) => ({ sense: sense as Sense, words: phrase.split(' ') })),
);
