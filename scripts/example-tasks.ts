/** The tasks of the example plan. Units are written in as many ways as offices write them. */
export interface ExampleTask {
  title: string;
  product: string;
  deadline: string;
  lead: string;
  support: string;
}

export interface ExampleSection {
  title: string;
  tasks: ExampleTask[];
}

const task = (title: string, product: string, deadline: string, lead: string, support = ''): ExampleTask => ({
  title,
  product,
  deadline,
  lead,
  support,
});

export const SECTIONS: ExampleSection[] = [
  {
    title: 'CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ',
    tasks: [
      task(
        'Trình ban hành chương trình cải cách hành chính của phường',
        'Quyết định của UBND phường',
        'Trước ngày 31/01/2026',
        'Phòng Văn hóa - Xã hội',
        'Các phòng, ban chuyên môn',
      ),
      task(
        'Tự chấm điểm bộ tiêu chí cải cách hành chính, gửi hồ sơ kiểm chứng',
        'Bảng điểm và hồ sơ kiểm chứng',
        'Trước ngày 30/11/2026',
        'Phòng VHXH',
        'Văn phòng HĐND và UBND; Trung tâm Phục vụ hành chính công',
      ),
      task(
        'Tổng hợp số liệu tiếp nhận, trả kết quả hồ sơ một cửa',
        'Báo cáo tháng',
        'Trước ngày 25 hằng tháng',
        'TTPVHCC',
        'Các phòng, ban chuyên môn',
      ),
      task(
        'Thay mới bảng niêm yết thủ tục tại quầy tiếp nhận khi danh mục thay đổi',
        'Bảng niêm yết đúng danh mục mới nhất',
        'Thường xuyên',
        'Trung tâm Phục vụ hành chính công',
        'Văn phòng HĐND & UBND phường',
      ),
      task(
        'Lấy ý kiến người dân về thái độ phục vụ tại quầy',
        'Tối thiểu 300 phiếu; báo cáo phân tích',
        'Trong quý IV năm 2026',
        'Trung tâm PVHCC phường',
        'Đoàn Thanh niên phường',
      ),
      task(
        'Quét và nhập dữ liệu hồ sơ đất đai giai đoạn 2015 - 2020',
        'Biên bản nghiệm thu dữ liệu',
        'Trước 17h00 ngày 27/11/2026',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Bộ phận Một cửa',
      ),
      task(
        'Mở lớp kỹ năng số cho tổ công nghệ số cộng đồng',
        '02 lớp, 80 học viên',
        'Quý III/2026',
        'Phòng Văn hoá - Xã hội',
        'Công an phường',
      ),
      task(
        'Chuyển phòng họp không giấy sang nền tảng dùng chung',
        'Phòng họp vận hành trên nền tảng mới',
        'Theo hướng dẫn của UBND tỉnh',
        'Văn phòng HĐND và UBND',
        'Các cơ quan, đơn vị',
      ),
      task(
        'Kiểm tra giờ giấc, tác phong làm việc của các bộ phận',
        'Biên bản kiểm tra',
        'Định kỳ hằng quý',
        'VP HĐND-UBND',
        'Phòng VHXH',
      ),
      task(
        'Tổng kết một năm cải cách hành chính, đề nghị khen thưởng',
        'Báo cáo tổng kết; tờ trình khen thưởng',
        'Trước ngày 15/12/2026',
        'Phòng Văn hoá – Xã hội',
        'Các cơ quan, đơn vị',
      ),
    ],
  },
  {
    title: 'KINH TẾ, HẠ TẦNG, ĐÔ THỊ',
    tasks: [
      task(
        'Giao dự toán thu, chi cho từng đơn vị và công khai trên trang thông tin điện tử',
        'Quyết định giao dự toán',
        'Trước ngày 31/01/2026',
        'Phòng KTHTĐT',
        'Văn phòng HĐND và UBND phường',
      ),
      task(
        'Hoàn thành phương án ứng phó mưa lớn, ngập úng',
        'Phương án được phê duyệt',
        'Trong tháng 5/2026',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Công an phường; các tổ dân phố',
      ),
      task(
        'Đôn đốc hộ kinh doanh nộp thuế sử dụng đất',
        'Đạt 100% số hộ phải nộp',
        '31/10/2026',
        'Phòng Kinh tế - Hạ tầng - Đô thị',
        'Thuế cơ sở 3',
      ),
      task(
        'Rà soát, lập danh sách hộ kinh doanh chuyển đổi hình thức kê khai',
        'Danh sách đã đối chiếu',
        'Trước ngày 28/11/2026',
        'Phòng KTHTĐT',
        'Trung tâm PVHCC',
      ),
      task(
        'Sửa xong vỉa hè, cống thoát nước đường Bến Đá',
        'Biên bản nghiệm thu, bàn giao',
        '04/12/2026',
        'P. KTHTĐT',
        'Công an phường',
      ),
      task(
        'Trình HĐND phường dự toán ngân sách năm 2027',
        'Tờ trình, dự thảo nghị quyết',
        'Chậm nhất ngày 05/12/2026',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Văn phòng HĐND và UBND',
      ),
      task(
        'Giải ngân vốn đầu tư công được giao trong năm',
        'Tỷ lệ giải ngân từ 95% trở lên',
        'Đến hết ngày 31/12/2026',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Kho bạc Nhà nước khu vực',
      ),
      task(
        'Báo cáo tình hình chợ, giá cả hàng thiết yếu',
        'Báo cáo quý',
        'Trước ngày 20 tháng cuối quý',
        'KTHTĐT',
        'Phòng Văn hóa - Xã hội',
      ),
      task(
        'Tuần tra, nhắc nhở vi phạm trật tự xây dựng và lấn chiếm lòng đường',
        'Nhật ký tuần tra',
        'Thường xuyên',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Công an phường; các tổ dân phố',
      ),
      task(
        'Góp ý, công bố đồ án quy hoạch phân khu phía nam',
        'Biên bản lấy ý kiến; hồ sơ công bố',
        'Khi có văn bản hướng dẫn của Sở Xây dựng',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Các phòng, ban chuyên môn',
      ),
    ],
  },
  {
    title: 'VĂN HÓA, XÃ HỘI, GIÁO DỤC, Y TẾ',
    tasks: [
      task(
        'Chi trả trợ cấp cho người có công và đối tượng bảo trợ',
        'Bảng chi trả có ký nhận',
        'Trước ngày 10 hằng tháng',
        'Phòng Văn hóa - Xã hội',
        'Phòng KTHTĐT',
      ),
      task(
        'Khám sức khỏe, lập sổ theo dõi cho người từ 60 tuổi trở lên',
        'Sổ theo dõi; báo cáo kết quả khám',
        'Quý III-IV/2026',
        'Phòng VHXH',
        'Trạm Y tế phường',
      ),
      task(
        'Tổ chức Ngày hội Đại đoàn kết tại 12 tổ dân phố',
        'Kế hoạch; tin bài',
        '18/11/2026',
        'Phòng Văn hóa - Xã hội',
        'Ủy ban MTTQ Việt Nam phường',
      ),
      task(
        'Treo băng rôn, phát thanh về Ngày Văn hóa Việt Nam',
        '30 băng rôn; 06 bản tin phát thanh',
        'Ngày 23/11/2026',
        'Phòng Văn hóa và Xã hội',
        'Văn phòng HĐND và UBND',
      ),
      task(
        'Bình xét hộ nghèo, hộ cận nghèo cuối năm',
        'Danh sách được phê duyệt',
        'Từ ngày 15/10/2026 đến ngày 25/11/2026',
        'Phòng Văn hóa - Xã hội',
        'Các tổ dân phố',
      ),
      task(
        'Hoàn thiện hồ sơ đề nghị công nhận phổ cập giáo dục',
        'Hồ sơ đề nghị công nhận',
        'Trong tháng 11/2026',
        'Phòng Văn hoá - Xã hội phường',
        'Các trường học trên địa bàn',
      ),
      task(
        'Công nhận gia đình văn hóa, tổ dân phố văn hóa',
        'Quyết định công nhận',
        'Trước ngày 10/12/2026',
        'VHXH',
        'Văn phòng HĐND và UBND, Công an phường',
      ),
      task(
        'Lập danh sách, phương án tặng quà Tết Đinh Mùi 2027',
        'Danh sách; phương án tặng quà',
        'Trước ngày 20/12/2026',
        'Phòng Văn hóa - Xã hội',
        'Phòng Kinh tế, Hạ tầng và Đô thị; Ủy ban MTTQ Việt Nam phường',
      ),
      task(
        'Trông coi, chăm sóc đền Thượng và khuôn viên bia ghi danh liệt sĩ',
        'Khuôn viên sạch, đủ hương đăng ngày rằm, mồng một',
        'Thường xuyên',
        'Phòng Văn hóa - Xã hội',
        'Đoàn Thanh niên phường',
      ),
      task(
        'Gửi tin, bài lên trang thông tin điện tử của phường',
        'Mỗi đơn vị tối thiểu 02 tin, bài một tháng',
        'Định kỳ hằng tháng',
        'Các phòng, ban chuyên môn',
        'Phòng VHXH',
      ),
    ],
  },
  {
    title: 'AN NINH TRẬT TỰ, TIẾP CÔNG DÂN, TƯ PHÁP',
    tasks: [
      task(
        'Diễn tập chữa cháy và cứu nạn tại chợ Lam Kiều',
        'Kịch bản; báo cáo rút kinh nghiệm',
        'Trong tháng 9/2026',
        'Công an phường',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
      ),
      task(
        'Ra quân giữ trật tự, an toàn dịp cuối năm',
        'Kế hoạch ra quân',
        'Trước ngày 01/12/2026',
        'Công an phường',
        'Phòng KTHTĐT; Phòng VHXH',
      ),
      task(
        'Kiểm tra phòng cháy tại nhà trọ, cơ sở karaoke',
        'Biên bản kiểm tra; danh sách cơ sở phải khắc phục',
        'Trước ngày 12/12/2026',
        'Công an phường',
        'Văn phòng HĐND và UBND',
      ),
      task(
        'Chuẩn bị phòng, hồ sơ cho buổi tiếp công dân của Chủ tịch UBND phường',
        'Sổ tiếp công dân; thông báo kết luận',
        'Ngày 15 hằng tháng',
        'Văn phòng HĐND và UBND',
        'Các cơ quan, đơn vị',
      ),
      task(
        'Tự kiểm tra văn bản phường đã ban hành trong năm',
        'Báo cáo kết quả tự kiểm tra',
        'Trước ngày 25/11/2026',
        'Văn phòng HĐND và UBND',
        'Các phòng, ban chuyên môn',
      ),
      task(
        'Nhận thông báo lưu trú, quản lý nhà trọ',
        'Sổ theo dõi lưu trú',
        'Thường xuyên',
        'Công an phường',
      ),
    ],
  },
  {
    title: 'TỔ CHỨC, THI ĐUA, VĂN THƯ, TÀI SẢN',
    tasks: [
      task(
        'Gửi lịch làm việc tuần sau của lãnh đạo và các đơn vị',
        'Lịch tuần trên trang thông tin điện tử',
        'Thứ Sáu hằng tuần',
        'Văn phòng HĐND và UBND',
        'Các cơ quan, đơn vị',
      ),
      task(
        'Báo cáo tình hình kinh tế - xã hội của phường',
        'Báo cáo tháng gửi UBND tỉnh',
        'Trước ngày 22 hằng tháng',
        'Văn phòng',
        'Các phòng, ban chuyên môn; Trung tâm Phục vụ hành chính công; Công an phường',
      ),
      task(
        'Đánh giá, xếp loại chất lượng công chức và tập thể',
        'Quyết định xếp loại',
        'Trước ngày 18/12/2026',
        'Phòng Văn hóa - Xã hội',
        'Các cơ quan, đơn vị',
      ),
      task(
        'Soạn chương trình công tác năm 2027 của UBND phường',
        'Dự thảo trình phiên họp tháng 12',
        'Trước ngày 25/12/2026',
        'Văn phòng HĐND và UBND phường',
        'Các phòng, ban chuyên môn',
      ),
      task(
        'Nộp hồ sơ công việc của năm vào lưu trữ cơ quan',
        'Biên bản giao nhận hồ sơ',
        'Trong tháng 12/2026',
        'Các cơ quan, đơn vị',
        'Văn phòng HĐND và UBND',
      ),
      task(
        'Kiểm kê tài sản công cuối năm',
        'Biên bản kiểm kê',
        '31/12/2026',
        'Phòng Kinh tế, Hạ tầng và Đô thị',
        'Văn phòng HĐND và UBND; các phòng, ban chuyên môn',
      ),
    ],
  },
];
